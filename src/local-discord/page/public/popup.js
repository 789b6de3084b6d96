/** The room in px that is left between a popup and the edge of the window. */
const margin = 8;

/**
 * Shows a popover at an element: below it, or above where there is more room, and always within the window.
 * @param {HTMLElement} popup
 * @param {{ left: number, top: number, bottom: number, width: number }} anchor in px of the window
 * @param {number} width the least width in px
 */
export function showAt(popup, anchor, width) {
  popup.style.minWidth = `${width}px`;
  popup.style.maxHeight = "none";
  popup.showPopover();
  const below = innerHeight - anchor.bottom - margin;
  const above = anchor.top - margin;
  const up = popup.offsetHeight > below && above > below;
  popup.style.maxHeight = `${Math.max(80, Math.min(320, (up ? above : below) - 4))}px`;
  const left = Math.min(anchor.left, innerWidth - popup.offsetWidth - margin);
  popup.style.left = `${Math.max(margin, left)}px`;
  popup.style.top = `${up ? anchor.top - popup.offsetHeight - 4 : anchor.bottom + 4}px`;
}
