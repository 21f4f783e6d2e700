import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qr, qrSvg } from '@/exact/qr';

/** Reads the code by an independent reader, from a picture of it. */
function read(rows: boolean[][]): string | undefined {
  const [scale, margin] = [4, 4];
  const side = (rows.length + 2 * margin) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let i = 0; dark && i < scale * scale; i++) {
        const [px, py] = [(x + margin) * scale + (i % scale), (y + margin) * scale + Math.floor(i / scale)];
        pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
      }
    }),
  );
  return jsQR(pixels, side, side)?.data;
}

describe('QR codes', () => {
  it.each([1, 14, 15, 40, 62, 100, 122, 150, 180, 213])('are read again, %i bytes', (length) => {
    const text = Array.from({ length }, (_, i) => 'https://shop.example/join?code=A7'[i % 33]).join('');
    expect(read(qr(text))).toBe(text);
  });

  it('hold Chinese', () => {
    expect(read(qr('红利商城，推荐码 A7'))).toBe('红利商城，推荐码 A7');
  });

  it('grow with the text', () => {
    expect(qr('a').length).toBe(21);
    expect(qr('a'.repeat(213)).length).toBe(57);
    expect(() => qr('a'.repeat(214))).toThrow('must fit');
  });

  it('are drawn with a quiet margin', () => {
    expect(qrSvg('a')).toContain('viewBox="0 0 29 29"');
  });
});
