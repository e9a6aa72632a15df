import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders in the order of how long their files take: a file that takes minutes is not left for the end, beside an idle core. */
const FOLDERS = ["faults", "e2e", "integration", "property", "unit", "house"];

function rankOf({ moduleId }: TestSpecification): number {
  return FOLDERS.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
}

/** The order in which test files run, within which the largest file comes first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
