// WCAG 2.2: relative luminance and contrast.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever is read better on the colour (#rrggbb): at least 4.5 to 1 either way. */
export function textOn(colour: string): '#000000' | '#ffffff' {
  const light = luminance(colour) + 0.05;
  return light / 0.05 >= 1.05 / light ? '#000000' : '#ffffff';
}
