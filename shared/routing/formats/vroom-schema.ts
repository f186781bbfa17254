import * as z from 'zod/mini';

const whole = z.int();
const span = z.tuple([whole, whole]);
const spans = z.array(span).check(z.minLength(1));
const amounts = z.array(whole);
const position = z.tuple([z.number(), z.number()]);
/** Kept by VROOM for the reader only. */
const ignored = { description: z.optional(z.string()) };

const jobSchema = z.strictObject({
  ...ignored,
  id: whole,
  location: z.optional(position),
  location_index: whole,
  setup: z.optional(whole),
  service: z.optional(whole),
  service_per_type: z.optional(z.record(z.string(), whole)),
  delivery: z.optional(amounts),
  /** The name of `delivery` before version 1.3. */
  amount: z.optional(amounts),
  pickup: z.optional(amounts),
  skills: z.optional(z.array(whole)),
  priority: z.optional(whole.check(z.minimum(0), z.maximum(100))),
  time_windows: z.optional(spans),
});
export type VroomJob = z.infer<typeof jobSchema>;

const breakSchema = z.strictObject({
  ...ignored,
  id: whole,
  time_windows: z.array(span).check(z.length(1, 'a break with several time windows is not supported')),
  service: z.optional(whole),
});

const stepSchema = z.strictObject({
  ...ignored,
  type: z.enum(['start', 'job', 'break', 'end'], 'steps of shipments are not supported'),
  id: z.optional(whole),
  service_at: z.optional(whole),
});

const vehicleSchema = z.strictObject({
  ...ignored,
  id: whole,
  type: z.optional(z.string()),
  profile: z.optional(z.string()),
  start: z.optional(position),
  start_index: z.optional(whole),
  end: z.optional(position),
  end_index: z.optional(whole),
  capacity: z.optional(amounts),
  costs: z.optional(
    z.strictObject({
      fixed: z.optional(whole),
      per_hour: z.optional(whole),
      per_task_hour: z.optional(whole),
      per_km: z.optional(whole),
    }),
  ),
  skills: z.optional(z.array(whole)),
  time_window: z.optional(span),
  breaks: z.optional(z.array(breakSchema)),
  speed_factor: z.optional(z.number().check(z.positive())),
  max_tasks: z.optional(whole),
  max_travel_time: z.optional(whole),
  max_distance: z.optional(whole),
  steps: z.optional(z.array(stepSchema)),
});
export type VroomVehicle = z.infer<typeof vehicleSchema>;

/** Millions of numbers: checked by who copies them, not here. */
const matrixSchema = z.strictObject({ durations: z.array(z.unknown()), distances: z.optional(z.array(z.unknown())) });
export type VroomMatrix = z.infer<typeof matrixSchema>;

/** What of VROOM's input (1.14's API.md) is understood; everything else is refused by its name. */
export const vroomSchema = z.strictObject({
  ...ignored,
  jobs: z.array(jobSchema),
  vehicles: z.array(vehicleSchema).check(z.minLength(1)),
  matrices: z.record(z.string(), matrixSchema),
  /** Of the generator of metropolitan instances, for pictures. */
  coords: z.optional(z.unknown()),
});
export type VroomInput = z.infer<typeof vroomSchema>;
