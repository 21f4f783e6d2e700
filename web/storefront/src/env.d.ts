/// <reference types="vite/client" />
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<object, object, unknown>;
  export default component;
}

interface ImportMetaEnv {
  /** Where the server is, for builds that are not served by it: the mini-program. */
  readonly VITE_HONGLI_SERVER?: string;
}
