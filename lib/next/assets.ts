export { ASSETS } from '@/lib/browser/generated/manifest';
