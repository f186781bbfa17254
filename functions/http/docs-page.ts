import { Hono } from 'hono';

export const docsPage = (): Hono => new Hono();
