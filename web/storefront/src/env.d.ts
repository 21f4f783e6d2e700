/// <reference types="vite/client" />
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<object, object, unknown>;
  export default component;
}

/** The mini-program's own things, where the framework has none of the kind. */
declare const wx: {
  env: { USER_DATA_PATH: string };
  shareFileMessage: (file: { filePath: string; fileName: string }) => void;
};

interface ImportMetaEnv {
  /** Where the server is, for builds that are not served by it: the mini-program. */
  readonly VITE_HONGLI_SERVER?: string;
}
