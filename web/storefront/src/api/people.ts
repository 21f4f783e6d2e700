import type { components, paths } from './generated/people';
import { ask, serverOf } from './server';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type Address = Schemas['Address'];
export type AddressWish = Schemas['AddressWish'];
export type Invitation = Schemas['Invitation'];
export type Kin = Schemas['Kin'];
export type ReferralEarning = Schemas['ReferralEarning'];

const server = serverOf<paths>();

export const signUp = (wish: Schemas['SignUp']) => server.post('/api/v1/mall/members', wish);
export const logIn = (login: string, password: string) => server.post('/api/v1/mall/sessions', { login, password });
/** Has a code sent to a contact; the answer does not tell whether anybody is there. */
export const askReset = (login: string) => server.post('/api/v1/mall/password-resets', { login });
export const reset = (login: string, passcode: string, password: string) =>
  server.post('/api/v1/mall/password-resets/completion', { login, passcode, password });
/** Has a code sent by which a contact is shown to be one's own. */
export const askProof = (contact: string) => server.post('/api/v1/mall/me/contact/passcodes', { contact });
export const prove = (contact: string, passcode: string) =>
  server.post('/api/v1/mall/me/contact/proofs', { contact, passcode });
/** The poster of the invitation, as a drawing. */
export const poster = (language: 'zh' | 'en') =>
  ask<string>('GET', '/api/v1/mall/me/invitation/poster.svg', { query: { language } });
export const logOut = () => server.remove('/api/v1/mall/sessions/current');
export const logOutEverywhere = () => server.remove('/api/v1/mall/sessions');
export const me = () => server.read('/api/v1/mall/me');
export const rename = (name: string) => server.patch('/api/v1/mall/me', { name });
export const choosePassword = (old: string, next: string) =>
  server.post('/api/v1/mall/me/password', { old, new: next });
export const dossier = () => server.read('/api/v1/mall/me/export');
export const erase = (password: string, giveUp: boolean) =>
  server.post('/api/v1/mall/me/erasure', { password, ...(giveUp && { giveUp }) });
export const addresses = () => server.read('/api/v1/mall/me/addresses');
export const addAddress = (wish: AddressWish) => server.post('/api/v1/mall/me/addresses', wish);
export const changeAddress = (id: number, wish: AddressWish) =>
  server.put('/api/v1/mall/me/addresses/{id}', wish, { id });
export const removeAddress = (id: number) => server.remove('/api/v1/mall/me/addresses/{id}', { id });
export const invitation = () => server.read('/api/v1/mall/me/invitation');
export const inviter = (code: string) => server.read('/api/v1/mall/invitations/{code}', undefined, { code });
export const referrals = (cursor?: string) =>
  server.read('/api/v1/mall/me/referrals', { limit: 20, ...(cursor && { cursor }) });
export const earnings = (cursor?: string) =>
  server.read('/api/v1/mall/me/referrals/earnings', { limit: 20, ...(cursor && { cursor }) });
