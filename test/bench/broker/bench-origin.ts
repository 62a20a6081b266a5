/** The one origin that asks. */
export const benchOrigin = "https://shop.example";
