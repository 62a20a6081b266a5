import type { Answer } from "./call.ts";

/** 200 with the value under `data`. */
export const found = (data: unknown): Answer => ({ status: 200, body: { data } });

/** 201 with the value under `data`. */
export const created = (data: unknown): Answer => ({ status: 201, body: { data } });

/** 404 in Timekit's words; `model` is the kind of thing that was not found. */
export const notFound = (model: string): Answer => ({
  status: 404,
  body: { error: "Resource does not exist", model },
});

/** 422 with a list of sentences for each field. */
export const unprocessable = (errors: FieldErrors): Answer => ({ status: 422, body: { errors } });

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** A failure whose body is one sentence. */
export const failed = (status: number, error: string): Answer => ({ status, body: { error } });
