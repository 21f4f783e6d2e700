// What a product is offered as, between the server's form and the texts that people type.
import type { Answer } from '@/api/client';
import { typedMoney } from './money';

export type Product = Answer<'/api/v1/operator/goods/{id}'>;
export type Offer = NonNullable<Product['draft']>['offer'];
export interface TypedVariant {
  sku: string;
  specification: string;
  price: string;
  cost: string;
  tierPrices: string;
  grams: string;
}

export const blankVariant = (): TypedVariant => ({ sku: '', specification: '', price: '', cost: '', tierPrices: '', grams: '' });

export function specificationText(words: readonly { name: string; value: string }[] | null | undefined): string {
  return (words ?? []).map((one) => `${one.name}=${one.value}`).join('；');
}

export function specification(text: string): { name: string; value: string }[] {
  return text.split(/[;；]/).map((part) => part.trim()).filter(Boolean).map((part) => {
    const [name = '', ...value] = part.split(/[=＝:：]/);
    return { name: name.trim(), value: value.join('=').trim() };
  });
}

export function typed(variant: Offer['variants'][number]): TypedVariant {
  return {
    sku: variant.sku, specification: specificationText(variant.specification), price: variant.price, cost: variant.cost ?? '',
    tierPrices: (variant.tierPrices ?? []).join(', '), grams: variant.grams ? String(variant.grams) : '',
  };
}

/** Money as the server reads it; what is no money is left for the server to name. */
const money = (text: string): string => typedMoney(text) ?? text;

export function told(variant: TypedVariant) {
  const prices = variant.tierPrices.split(/[,，]/).map((part) => part.trim()).filter(Boolean);
  return {
    sku: variant.sku.trim(), specification: specification(variant.specification), price: money(variant.price),
    ...(variant.cost ? { cost: money(variant.cost) } : {}),
    ...(prices.length ? { tierPrices: prices.map(money) } : {}),
    ...(variant.grams ? { grams: Number(variant.grams) } : {}),
  };
}
