import type { UtcDay } from './utc-day';

/** Where the instance shows a thing. Old ids keep their slash: `/papers/hep-th/9901001`. */
export const paperPath = (id: string): string => `/papers/${id}`;
export const paperImagePath = (id: string): string => `/papers/${id}/opengraph-image`;
export const dayPath = (day: UtcDay): string => `/papers/date/${day}`;
export const mapPath = (day: UtcDay): string => `${dayPath(day)}/map`;
export const weekPath = (week: string): string => `/papers/week/${week}`;
export const monthPath = (month: string): string => `/papers/month/${month}`;
export const TRENDING_PATH = '/papers/trending';
export const SEARCH_PATH = '/search';
export const authorPath = (key: string): string => `/authors/${encodeURIComponent(key)}`;
export const categoryPath = (code: string): string => `/categories/${encodeURIComponent(code)}`;
export const personPath = (handle: string): string => `/people/${handle}`;
export const commentPath = (paperId: string, commentId: string): string => `/papers/${paperId}/comments/${commentId}`;
export const discussionPath = (paperId: string): string => `/papers/${paperId}/comments`;
