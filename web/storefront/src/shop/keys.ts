// What can be pressed by a finger can be pressed by Enter and Space, as people expect of a browser.

const ROLES = ['button', 'link', 'tab', 'radio', 'checkbox', 'switch'];

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const role = target.getAttribute?.('role') ?? '';
    const pressed = event.key === 'Enter' || (event.key === ' ' && role !== 'link');
    if (pressed && ROLES.includes(role) && !event.isComposing) {
      event.preventDefault();
      target.click();
    }
  });
}
