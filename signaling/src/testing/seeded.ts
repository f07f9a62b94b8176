export { seeded } from '@tongke/shared-types/testing';
