// The words of the pages in both languages.
const WORDS = {
  zh: {
    lang: 'zh', home: '首页', document: '文档原件', loading: '正在载入…', unreachable: '连不上服务。',
    tokenTitle: '需要令牌', tokenText: '本服务以令牌启动，请输入。令牌只保存在这个标签页。', token: '令牌', enter: '进入',
    request: '请求示例', responses: '回答', parameters: '参数', schemas: '数据', problems: '代码',
    problemsText: '出错时的回答是 application/problem+json；code 的含义不变。', required: '必填', example: '例',
  },
  en: {
    lang: 'en', home: 'Home', document: 'The document', loading: 'Loading…', unreachable: 'The server cannot be reached.',
    tokenTitle: 'A token is required', tokenText: 'This server was started with a token. It is kept in this tab only.',
    token: 'Token', enter: 'Enter', request: 'Request', responses: 'Answers', parameters: 'Parameters', schemas: 'Data',
    problems: 'Codes', problemsText: 'What goes wrong is answered as application/problem+json; a code never changes meaning.',
    required: 'required', example: 'e.g.',
  },
};

const KEPT = 'hongli.language';

export function language() {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
}

/** The text called `name`. */
export function t(name) {
  return WORDS[language()][name] ?? name;
}

/** Puts the fixed texts of the page into the language, and lets the button change it. */
export function speak(changed) {
  const button = document.getElementById('language');
  const apply = () => {
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
    document.querySelectorAll('[data-text]').forEach((element) => {
      element.textContent = t(element.dataset.text);
    });
    button.textContent = language() === 'zh' ? 'English' : '中文';
    button.lang = language() === 'zh' ? 'en' : 'zh-CN';
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEPT, language() === 'zh' ? 'en' : 'zh');
    apply();
    changed();
  });
  apply();
}

/** Of a text that says the same in both languages, Chinese first, the part of the reader's language. */
export function half(text) {
  const parts = /^([\s\S]*[\u3000-\u9fff\uff00-\uffef])\s+([A-Z0-9`][\s\S]*)$/.exec(text || '');
  return parts ? parts[language() === 'zh' ? 1 : 2] : text || '';
}
