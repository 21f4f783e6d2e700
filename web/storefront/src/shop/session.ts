// Who is here, and how much lies in the basket.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { basket } from '@/api/buying';
import * as people from '@/api/people';
import { keepToken } from '@/api/server';
import { go } from './roads';

const CODE = 'hongli.referral';

export const useSession = defineStore('session', () => {
  const me = shallowRef<people.Me>();
  const pieces = ref(0);
  const isMember = computed(() => me.value?.kind === 'member');
  /** Whether it is known that nobody is logged in: without an answer of the server it is not. */
  const isGuest = computed(() => me.value !== undefined && !isMember.value);
  let asking: Promise<void> | undefined;

  /** Finds out who is here, once; by `anew` once more. */
  async function know(anew = false): Promise<boolean> {
    if (!me.value || anew) {
      asking ??= people
        .me()
        .then((found) => {
          me.value = found;
        })
        .finally(() => {
          asking = undefined;
        });
      await asking;
    }
    return isMember.value;
  }

  /** Whether a member is here; otherwise the way to log in opens. */
  async function require(): Promise<boolean> {
    const known = await know().catch(() => false);
    if (!known) {
      go('enter');
    }
    return known;
  }

  async function count(): Promise<void> {
    if (!isMember.value) {
      pieces.value = 0;
      return;
    }
    const found = await basket().catch(() => undefined);
    pieces.value = found?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? pieces.value;
  }

  async function enter(begun: { token: string }): Promise<void> {
    keepToken(begun.token);
    await know(true);
    await count();
  }

  function forget(): void {
    keepToken(undefined);
    me.value = { kind: 'guest' };
    pieces.value = 0;
  }

  async function leave(): Promise<void> {
    await people.logOut();
    forget();
  }

  return { me, pieces, isMember, isGuest, know, require, count, enter, leave, forget };
});

/** The code of an invitation that was followed, until it has served. */
export const referralCode = {
  keep: (code: string) => uni.setStorageSync(CODE, code),
  kept: (): string => uni.getStorageSync(CODE) || '',
  drop: () => uni.removeStorageSync(CODE),
};
