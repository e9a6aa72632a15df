import type { OpenAPIHono, RouteConfig, RouteHandler } from "@hono/zod-openapi";
import type { Env } from "./context.ts";
import type { Guard } from "./guard.ts";

const OPENAPI = { openapi: "3.1.0", info: { title: "Planwand", version: "1" } };

/** A route that says who may call it. */
export type GuardedRoute = RouteConfig & { readonly middleware: Guard };

/** What the pages of routes add themselves to: it takes no route without a guard. */
export class Routes {
  readonly #app: OpenAPIHono<Env>;
  readonly #known = new Set<string>();

  constructor(app: OpenAPIHono<Env>) {
    this.#app = app;
  }

  add<Route extends GuardedRoute>(route: Route, handler: RouteHandler<Route>): void {
    const { openapi } = this.#app;
    // The library computes the same type in two ways.
    openapi({ ...route, "x-needs": route.middleware.needs }, handler as Parameters<typeof openapi<Route>>[1]);
    this.known(route.method, route.path.replaceAll(/\{([^{}]+)\}/gu, ":$1"));
  }

  /** The interface in the form of OpenAPI 3.1. */
  description(): object {
    return this.#app.getOpenAPI31Document(OPENAPI);
  }

  /** Vouches for a route that decides by itself who may call it, or that anybody may. */
  known(method: string, path: string): void {
    this.#known.add(`${method.toUpperCase()} ${path}`);
  }

  /** @throws Error when the app has a route that nobody declared, so that it does not start */
  check(): void {
    for (const { method, path } of this.#app.routes) {
      // Middleware hangs on all methods; so does the answer to what does not exist.
      if (method === "ALL" || this.#known.has(`${method} ${path}`)) continue;
      throw new Error(`${method} ${path} does not say who may call it`);
    }
  }
}
