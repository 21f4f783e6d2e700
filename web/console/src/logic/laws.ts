// What must hold of a programme, reckoned again from its own figures.
import { difference, isNegative, isZero, negated, points, product, yuan } from './money';

interface Figures {
  price: string;
  pool: string;
  circulating: string;
  issued: string;
  burned: string;
  treasury: string;
  constants: string;
}

export interface Holds {
  law: 'circulation' | 'price' | 'pool' | 'backing';
  isTrue: boolean;
  found: string;
}

/** The price is told rounded at its last place: price × circulation is the pool, give or take one unit of that place. */
function priceFits({ price, pool, circulating }: Figures): boolean {
  if (isZero(pool) || isZero(circulating)) return true;
  const places = (price.split('.')[1] ?? '').length;
  const unit = places ? '0.' + '1'.padStart(places, '0') : '1';
  const rest = difference(pool, product(price, circulating, 20));
  const size = isNegative(rest) ? negated(rest) : rest;
  return !isNegative(difference(product(unit, circulating, 20), size));
}

/** treasury × pool ÷ circulation >= constants, without dividing. */
function isBacked(one: Figures): boolean {
  if (isZero(one.circulating) || isZero(one.constants)) return true;
  return !isNegative(difference(product(one.treasury, one.pool, 8), product(one.constants, one.circulating, 8)));
}

export function laws(one: Figures): Holds[] {
  return [
    { law: 'circulation', isTrue: isZero(difference(difference(one.issued, one.burned), one.circulating)), found: `${points(one.issued)} − ${points(one.burned)} = ${points(one.circulating)}` },
    { law: 'price', isTrue: priceFits(one), found: `${yuan(one.pool)} ÷ ${points(one.circulating)} = ¥${one.price}` },
    { law: 'pool', isTrue: !isNegative(one.pool), found: yuan(one.pool) },
    { law: 'backing', isTrue: isBacked(one), found: `${points(one.treasury)} × ¥${one.price} ≥ ${yuan(one.constants)}` },
  ];
}
