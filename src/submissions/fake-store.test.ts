import { fakeWorld } from '@/tests/submissions/fake-world';
import { submissionStoreContract } from '@/tests/submissions/submission-store-contract';

submissionStoreContract('memory', async () => fakeWorld());
