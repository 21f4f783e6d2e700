import { createPinia } from 'pinia';
import { createSSRApp } from 'vue';
import App from './App.vue';
// #ifdef H5
import PageAway from './parts/PageAway.vue';
// #endif

export function createApp() {
  const app = createSSRApp(App);
  app.use(createPinia());
  // #ifdef H5
  app.component('PageAway', PageAway);
  // #endif
  return { app };
}
