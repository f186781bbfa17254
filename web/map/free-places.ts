/** Whether a handle of that radius can be hit at a pixel of a frame: whole within it, and not under what lies over the map (`data-over-map`). */
export const freePlaces = (frame: HTMLElement, radius: number): ((x: number, y: number) => boolean) => {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const taken = [...(frame.parentElement?.querySelectorAll('[data-over-map]') ?? [])].map((one) =>
    one.getBoundingClientRect(),
  );
  return (x, y) =>
    x >= radius &&
    y >= radius &&
    x <= width - radius &&
    y <= height - radius &&
    !taken.some(
      (box) =>
        left + x > box.left - radius &&
        left + x < box.right + radius &&
        top + y > box.top - radius &&
        top + y < box.bottom + radius,
    );
};
