import { commentStoreContract } from '@/tests/comments/comment-store-contract';
import { fakeWorld } from '@/tests/comments/fake-world';

commentStoreContract('memory', async () => fakeWorld());
