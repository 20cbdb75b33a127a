package com.paycrypt.examples.shop;

import com.paycrypt.sdk.money.Money;

/**
 * Something the shop sells.
 *
 * @param name its name in forms
 * @param title its name for customers
 * @param price what it costs
 */
public record Item(String name, String title, Money price) {}
