// Permissions as people read them.
import { t, word } from '@/words';

const name = (permission: string): string => word('states.permission.' + permission, permission);

export const permissionNames = (permissions: readonly string[]): string => permissions.map(name).join(t('listGap'));

export const permissionOptions = (permissions: readonly string[] = []): { value: string; label: string }[] =>
  permissions.map((value) => ({ value, label: name(value) }));
