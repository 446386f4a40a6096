import { planEditions } from '@/lib/db/digest/plan';
import { enrol, publish } from '@/tests/digest/population';
import { expectWithinWidth } from './discussion';
import { expect, expectAccessible, test } from './instance';

for (const [name, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
})) {
  test.describe(`on a ${name}`, () => {
    // A moderator is told that the page is not for him.
    test.use({ viewport, expected: [/403/] });

    test('an administrator sees who did not get an edition and why, and tries again; the world is warned', async ({
      page,
      instance,
    }) => {
      const { sql } = instance;
      await sql`TRUNCATE digest_editions, digest_deliveries, subscribers CASCADE`;
      await publish(sql, 2, { categories: ['cs.CL'] });
      await enrol(sql, 6);
      await planEditions(sql, { carried: ['cs.CL'], now: new Date() });
      await sql`
        UPDATE digest_deliveries SET state = 'failed', finished_at = now(), attempts = 3,
          answer = 'content: 554 5.7.1 Refused <b>for good</b>' WHERE id % 2 = 0`;
      await sql`
        UPDATE digest_deliveries SET run_at = now() + interval '1 hour', due_at = now() - interval '2 hours'
        WHERE state = 'queued'`;

      await instance.signIn(page.context(), await instance.person('admin'));
      await page.goto('/admin/digest');
      await expect(page.getByRole('progressbar', { name: 'Finished' })).toHaveAttribute('value', '3');
      await expect(page.getByRole('region', { name: 'Warnings' })).toContainText('should have gone out');
      await expectAccessible(page);
      await expectWithinWidth(page);
      await page.getByRole('link', { name: 'Follow the counts' }).click();
      await page.getByRole('link', { name: 'Stop renewing this page' }).click();
      await page.getByRole('link', { name: '3 failed' }).click();
      await expect(page.getByRole('row').filter({ hasText: '554 5.7.1 Refused <b>for good</b>' })).toHaveCount(3);
      await expectAccessible(page);
      await expectWithinWidth(page);
      await page.getByRole('button', { name: 'Retry all that failed' }).click();
      await expect(page.getByText('3 back in the queue')).toBeVisible();
      await expect.poll(async () => (await sql`SELECT FROM digest_deliveries WHERE state = 'sent'`).length).toBe(3);
      await page.goto('/status');
      await expect(page.getByRole('region', { name: 'Warnings' })).toContainText('3 digests should have gone out');

      await page.context().clearCookies();
      await instance.signIn(page.context(), await instance.person('moderator'));
      await page.goto('/admin/digest');
      await expect(page.getByRole('main')).toContainText('Only administrators may');
      await expect(page.getByRole('main')).not.toContainText('readers.example.org');
    });
  });
}
