/** Script of a page that uses its jQuery: a plugin, data, and a delegated listener. */
export const usingJquery = `
  jQuery.fn.mine = function () { return "mine"; };
  jQuery.clicks = 0;
  jQuery(document).on("click.mine", "html", () => { jQuery.clicks += 1; });
  jQuery(document).data("note", "kept");`;

interface PageJquery {
  (target: unknown): {
    readonly jquery: string;
    readonly mine: () => string;
    readonly data: (name: string) => unknown;
    readonly trigger: (event: string) => unknown;
  };
  readonly clicks: number;
}

/** Runs in the page: whether what the page did with its jQuery still works. */
export const readJquery = (): unknown => {
  const jQuery = Reflect.get(window, "jQuery") as PageJquery;
  document.documentElement.click();
  jQuery("html").trigger("click");
  return {
    version: jQuery("html").jquery,
    plugin: jQuery("html").mine(),
    clicks: jQuery.clicks,
    data: jQuery(document).data("note"),
    isSame: Reflect.get(window, "$") === jQuery,
  };
};
