// A plain field of the browser: it takes a label, autocompletion and the keyboard, which the framework's own hides.
import { defineComponent, h } from 'vue';

export const NativeInput = defineComponent({
  props: { modelValue: { type: String, default: '' }, multiline: Boolean },
  emits: ['update:modelValue'],
  setup(props, { attrs, emit }) {
    return () =>
      h(props.multiline ? 'textarea' : 'input', {
        ...attrs,
        value: props.modelValue,
        onInput: (event: Event) => emit('update:modelValue', (event.target as HTMLInputElement).value),
      });
  },
});
