import { z } from 'zod';

/**
 * WebRTC parameters as browsers send them through mediasoup-client, checked for shape and size before any media
 * server sees them: a malformed one has been known to end a worker.
 */
const u32 = z.int().min(0).max(0xffffffff);
const short = z.string().max(255);
const parameters = z.record(short, z.union([short, z.number(), z.boolean(), z.null()]));
const rtcpFeedback = z.array(z.strictObject({ type: short, parameter: short.optional() })).max(16);

export const dtlsParameters = z.strictObject({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.strictObject({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^([0-9A-F]{2}:){19,63}[0-9A-F]{2}$/),
      }),
    )
    .min(1)
    .max(8),
});

const headerExtension = z.strictObject({
  uri: short,
  id: z.int().min(1).max(255),
  encrypt: z.boolean().optional(),
  parameters: parameters.optional(),
});

export const rtpParameters = z.strictObject({
  mid: z.string().max(64).optional(),
  msid: z.string().max(255).optional(),
  codecs: z
    .array(
      z.strictObject({
        mimeType: z.string().regex(/^(audio|video)\/[A-Za-z0-9-]{1,32}$/),
        payloadType: z.int().min(0).max(127),
        clockRate: u32,
        channels: z.int().min(1).max(8).optional(),
        parameters: parameters.optional(),
        rtcpFeedback: rtcpFeedback.optional(),
      }),
    )
    .min(1)
    .max(32),
  headerExtensions: z.array(headerExtension).max(32).optional(),
  encodings: z
    .array(
      z.strictObject({
        ssrc: u32.optional(),
        rid: z
          .string()
          .regex(/^[A-Za-z0-9]{1,16}$/)
          .optional(),
        codecPayloadType: z.int().min(0).max(127).optional(),
        rtx: z.strictObject({ ssrc: u32 }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z
          .string()
          .regex(/^[LS]\dT\d(_KEY|h)?$/)
          .optional(),
        scaleResolutionDownBy: z.number().min(1).max(16).optional(),
        maxBitrate: u32.optional(),
        maxFramerate: z.number().min(0).max(120).optional(),
        active: z.boolean().optional(),
        priority: z.enum(['very-low', 'low', 'medium', 'high']).optional(),
        networkPriority: z.enum(['very-low', 'low', 'medium', 'high']).optional(),
        adaptivePtime: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(4)
    .optional(),
  rtcp: z
    .strictObject({
      cname: z.string().max(255).optional(),
      reducedSize: z.boolean().optional(),
      mux: z.boolean().optional(),
    })
    .optional(),
});

/** What a browser can receive; the SFU's own check follows. */
export const rtpCapabilities = z.strictObject({
  codecs: z
    .array(
      z.strictObject({
        kind: z.enum(['audio', 'video']),
        mimeType: z.string().regex(/^(audio|video)\/[A-Za-z0-9-]{1,32}$/),
        preferredPayloadType: z.int().min(0).max(127).optional(),
        clockRate: u32,
        channels: z.int().min(1).max(8).optional(),
        parameters: parameters.optional(),
        rtcpFeedback: rtcpFeedback.optional(),
      }),
    )
    .max(64)
    .optional(),
  headerExtensions: z
    .array(
      z.strictObject({
        kind: z.enum(['audio', 'video']),
        uri: short,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
});

export type DtlsParameters = z.infer<typeof dtlsParameters>;
export type RtpParameters = z.infer<typeof rtpParameters>;
export type RtpCapabilities = z.infer<typeof rtpCapabilities>;
