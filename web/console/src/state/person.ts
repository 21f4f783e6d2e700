// Who works here, and what this person may do.
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { type Answer, type Door, enter, get, own, post, remove } from '@/api/client';

type Me = Answer<'/api/v1/merchant/me'>;
export type Permission = Me['permissions'][number];
const MUST_CHANGE = 'hongli.console.mustChange';

export const usePerson = defineStore('person', () => {
  const me = ref<Me | null>(null);
  const mustChange = ref(sessionStorage.getItem(MUST_CHANGE) === 'yes');
  const isClerk = computed(() => me.value?.kind === 'clerk');
  const isHere = computed(() => me.value?.kind === 'operator' || me.value?.kind === 'clerk');

  function note(isDue: boolean): void {
    mustChange.value = isDue;
    sessionStorage.setItem(MUST_CHANGE, isDue ? 'yes' : 'no');
  }

  /** Asks the server who works here: operators and clerks both may ask so. */
  async function recognise(): Promise<void> {
    try {
      me.value = await get('/api/v1/merchant/me');
    } catch {
      me.value = null;
    }
    enter(isClerk.value ? 'merchant' : 'operator');
  }

  async function logIn(door: Door, login: string, password: string): Promise<void> {
    const path = door === 'merchant' ? '/api/v1/merchant/sessions' : '/api/v1/operator/sessions';
    const session = await post(path, { body: { login, password } });
    note(session.mustChangePassword === true);
    await recognise();
  }

  async function choosePassword(old: string, next: string): Promise<void> {
    await post(own('/api/v1/operator/me/password'), { body: { old, new: next } });
    note(false);
    await recognise();
  }

  async function logOut(): Promise<void> {
    const path = isClerk.value ? '/api/v1/merchant/sessions/current' : '/api/v1/operator/sessions/current';
    await remove(path).catch(() => undefined);
    forget();
  }

  function forget(): void {
    me.value = null;
    note(false);
  }

  function may(...permissions: Permission[]): boolean {
    return permissions.length === 0 || permissions.some((one) => me.value?.permissions?.includes(one) === true);
  }

  return { me, mustChange, isClerk, isHere, recognise, logIn, choosePassword, logOut, forget, may };
});
