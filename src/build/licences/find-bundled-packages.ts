/** The names of the packages that the modules, given by their paths, come from; sorted, each once. */
export const findBundledPackages = (moduleIds: readonly string[]): string[] => {
  const names = moduleIds.flatMap((id) => packagePattern.exec(id)?.[1] ?? []);
  return [...new Set(names)].sort();
};

const packagePattern = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
