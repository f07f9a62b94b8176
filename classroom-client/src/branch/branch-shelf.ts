import type { BoardEntry, BranchLog } from '@tongke/shared-types';
import type { Standing } from './standing.ts';

/** A branch as the board keeps it, without its entries: `to` is null while it runs. */
export interface KeptBranch extends Omit<BranchLog, 'entries' | 'to'> {
  readonly to: number | null;
  /** Where the lesson stood when it began. */
  readonly standing: Standing;
}

/** [BR3] Where a board keeps its branches, over reloads and power cuts. Nothing here rejects: a board that cannot keep goes on all the same. */
export interface BranchShelf {
  readonly standing: () => Promise<Standing | null>;
  readonly keepStanding: (standing: Standing | null) => Promise<void>;
  /** In the order in which they began. */
  readonly branches: () => Promise<readonly KeptBranch[]>;
  readonly keepBranch: (branch: KeptBranch) => Promise<void>;
  readonly entries: (branchId: string) => Promise<readonly BoardEntry[]>;
  /** Settles once it is on the disk; takes the place of one with the same number. */
  readonly keepEntry: (branchId: string, entry: BoardEntry) => Promise<void>;
  readonly forget: (branchId: string) => Promise<void>;
}

/** A shelf that lasts as long as the page: where a browser keeps nothing, and for tests. */
export function memoryShelf(): BranchShelf {
  let standing: Standing | null = null;
  const branches = new Map<string, KeptBranch>();
  const entries = new Map<string, Map<number, BoardEntry>>();
  return {
    standing: async () => standing,
    keepStanding: async (next) => {
      standing = next;
    },
    branches: async () => [...branches.values()].sort((a, b) => a.from - b.from),
    keepBranch: async (branch) => void branches.set(branch.branchId, branch),
    entries: async (branchId) => [...(entries.get(branchId)?.values() ?? [])].sort((a, b) => a.n - b.n),
    keepEntry: async (branchId, entry) => {
      entries.set(branchId, (entries.get(branchId) ?? new Map()).set(entry.n, entry));
    },
    forget: async (branchId) => {
      branches.delete(branchId);
      entries.delete(branchId);
    },
  };
}
