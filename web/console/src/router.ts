import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { allowed, placeOf } from './logic/menu';
import { usePerson } from './state/person';

const routes: RouteRecordRaw[] = [
  { path: '/log-in', component: () => import('./pages/LogInPage.vue'), meta: { isOpen: true } },
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/orders', component: () => import('./pages/OrdersPage.vue') },
  { path: '/orders/:id(\\d+)', component: () => import('./pages/OrderPage.vue'), props: true },
  { path: '/codes', component: () => import('./pages/CodesPage.vue') },
  { path: '/after-sales', component: () => import('./pages/AfterSalesPage.vue') },
  { path: '/after-sales/:id(\\d+)', component: () => import('./pages/AfterSalePage.vue'), props: true },
  { path: '/payments', component: () => import('./pages/PaymentsPage.vue') },
  { path: '/payments/days/:id(\\d+)', component: () => import('./pages/ReconciledPage.vue'), props: true },
  { path: '/withdrawals', component: () => import('./pages/WithdrawalsPage.vue') },
  { path: '/goods', component: () => import('./pages/GoodsPage.vue') },
  { path: '/goods/new', component: () => import('./pages/ProductEditPage.vue') },
  { path: '/goods/:id(\\d+)', component: () => import('./pages/ProductPage.vue'), props: true },
  { path: '/goods/:id(\\d+)/edit', component: () => import('./pages/ProductEditPage.vue'), props: true },
  { path: '/goods/proposals/:id(\\d+)', component: () => import('./pages/ProposalPage.vue'), props: true },
  { path: '/reviews', component: () => import('./pages/ReviewsPage.vue') },
  { path: '/categories', component: () => import('./pages/CategoriesPage.vue') },
  { path: '/coupons', component: () => import('./pages/CouponsPage.vue') },
  { path: '/coupons/:id(\\d+)', component: () => import('./pages/CouponPage.vue'), props: true },
  { path: '/freight', component: () => import('./pages/FreightPage.vue') },
  { path: '/members', component: () => import('./pages/MembersPage.vue') },
  { path: '/members/:id(\\d+)', component: () => import('./pages/MemberPage.vue'), props: true },
  { path: '/referrals', component: () => import('./pages/ReferralsPage.vue') },
  { path: '/programme', component: () => import('./pages/ProgrammePage.vue') },
  { path: '/programme/new', component: () => import('./pages/ProgrammeNewPage.vue') },
  { path: '/ledger', component: () => import('./pages/LedgerPage.vue') },
  { path: '/balance', component: () => import('./pages/BalancePage.vue') },
  { path: '/postings', component: () => import('./pages/PostingsPage.vue') },
  { path: '/bills/:id(\\d+)', component: () => import('./pages/BillPage.vue'), props: true },
  { path: '/merchants', component: () => import('./pages/MerchantsPage.vue') },
  { path: '/merchants/:id(\\d+)', component: () => import('./pages/MerchantPage.vue'), props: true },
  { path: '/bills', component: () => import('./pages/BillsPage.vue') },
  { path: '/shop', component: () => import('./pages/ShopPage.vue') },
  { path: '/trail', component: () => import('./pages/TrailPage.vue') },
  { path: '/jobs', component: () => import('./pages/JobsPage.vue') },
  { path: '/messages', component: () => import('./pages/MessagesPage.vue') },
  { path: '/check', component: () => import('./pages/CheckPage.vue') },
  { path: '/settings', component: () => import('./pages/SettingsPage.vue') },
  { path: '/not-permitted', component: () => import('./pages/EmptyPage.vue'), props: { title: 'notPermitted', text: 'notPermittedText' } },
  { path: '/:rest(.*)*', component: () => import('./pages/EmptyPage.vue'), props: { title: 'notFound' } },
];

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes,
  scrollBehavior: (to, from, kept) => kept ?? (to.path === from.path ? false : { top: 0 }),
});

let isRecognised = false;

router.beforeEach(async (to) => {
  const person = usePerson();
  if (!isRecognised) {
    await person.recognise();
    isRecognised = true;
  }
  const isIn = person.isHere && !person.mustChange;
  if (to.meta['isOpen']) return isIn ? '/' : true;
  if (!isIn) return { path: '/log-in', query: to.path === '/' ? {} : { to: to.fullPath } };
  const place = placeOf(to.path);
  if (place && !allowed(place, person.isClerk, person.me?.permissions ?? [])) return { path: '/not-permitted', replace: true };
  return true;
});
