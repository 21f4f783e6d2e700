// A question that the member answers with yes or no before something is done.
import { shallowRef } from 'vue';

export interface Question {
  title: string;
  text: string;
  answer: (yes: boolean) => void;
}

export const question = shallowRef<Question>();

/** Asks, and tells whether the answer was yes. */
export function agreed(title: string, text: string): Promise<boolean> {
  question.value?.answer(false);
  return new Promise((resolve) => {
    question.value = {
      title,
      text,
      answer: (yes) => {
        question.value = undefined;
        resolve(yes);
      },
    };
  });
}
