/** The package's version, as `1.2.3`; set by the build. */
declare const __VERSION__: string;
/** The vendor file, relative to the loader's own folder; set by the build. */
declare const __VENDOR_FILE__: string;
/** The vendor file's `sha384-…`; set by the build. */
declare const __VENDOR_INTEGRITY__: string;
/** The owners' file, relative to the loader's own folder; set by the build. */
declare const __OWNER_FILE__: string;
/** The owners' file's `sha384-…`; set by the build. */
declare const __OWNER_INTEGRITY__: string;
/** The broker that `VITE_BROKER_URL` named at build time, or an empty string. */
declare const __BROKER_URL__: string;
