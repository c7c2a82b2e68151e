package com.example.shop;

/** Written by hand. */
public final class Order {}
