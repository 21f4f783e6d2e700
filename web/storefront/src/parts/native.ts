// Plain fields and labels of the browser: they take names, autocompletion and the keyboard, which the framework's own
// hide. Written as functions because the framework puts its own in the place of the tags in templates.
import { defineComponent, h } from 'vue';

export const NativeLabel = defineComponent({
  setup(_, { attrs, slots }) {
    return () => h('label', attrs, slots.default?.());
  },
});

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
