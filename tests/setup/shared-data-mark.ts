/** In the names of tests that need the recorded data, so that the run can say how many were left out for want of it. */
export const NEEDS_SHARED_DATA = '[needs ../shared/data]';
