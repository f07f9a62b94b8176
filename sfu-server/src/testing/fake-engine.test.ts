import { engineContract } from './engine-contract.ts';
import { createFakeEngine, type FakeWorker } from './fake-engine.ts';

engineContract('fake', createFakeEngine, (worker) => (worker as FakeWorker).die());
