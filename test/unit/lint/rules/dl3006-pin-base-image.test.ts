import { ruleCases } from '../../../support/rule-cases';

describe('pin-base-image', () => {
  const { catches, passes, offers, points } = ruleCases('DL3006');

  catches('FROM debian');
  catches('FROM ghcr.io/owner/tool');
  catches('FROM debian AS debian');
  catches('FROM debian:12 AS base\nFROM Base');
  catches('from --platform=linux/amd64 debian');

  passes('FROM debian:12');
  passes('FROM debian@sha256:0123');
  passes('FROM scratch');
  passes('FROM $BASE');
  passes('FROM ${BASE:-debian}');
  passes('FROM debian:12 AS base\nFROM base');
  passes('FROM localhost:5000/tool');

  offers('FROM node', 'FROM node:22-alpine');
  offers('FROM python AS build', 'FROM python:3.13-slim AS build');
  points('FROM --platform=linux/amd64 →debian← AS base');
});
