import { FakeSubscriptionStore } from '@/tests/subscriptions/fake-subscription-store';
import { subscriptionStoreContract } from '@/tests/subscriptions/subscription-store-contract';

subscriptionStoreContract('memory', async () => {
  const store = new FakeSubscriptionStore();
  return {
    store,
    async addAccount(email, { verified = true } = {}) {
      const id = `${store.accounts.length + 1}`.padStart(24, 'e');
      store.accounts.push({ id, email, verified });
      return id;
    },
  };
});
