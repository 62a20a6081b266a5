/** Lets each button with `data-copies` copy the text of the element that it names, and says whether it did. */
export const connectCopying = (document: Document): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
    const label = button.textContent;
    const says = (text: string): void => {
      button.textContent = text;
      setTimeout(() => (button.textContent = label), 2500);
    };
    button.addEventListener("click", () => {
      const source = document.getElementById(button.dataset["copies"] ?? "");
      if (!source) return;
      navigator.clipboard.writeText(source.textContent).then(
        () => says("Copied"),
        () => {
          // Refused by the browser: the text is selected instead, for the keyboard.
          document.getSelection()?.selectAllChildren(source);
          says("Press Ctrl+C to copy");
        },
      );
    });
  }
};
