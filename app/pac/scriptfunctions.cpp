// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pac/scriptfunctions.h"

#include "app/pac/hostlookup.h"

#include <cstdio>
#include <duktape.h>

namespace sockeye::pac {

namespace {

// What needs nothing of the machine is written in the language of the scripts themselves. Where browsers
// differ from the first description of Netscape, they are followed.
constexpr const char *functions = R"js(
(function (global, machine) {
    'use strict';
    var weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
    var months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

    // The arguments without the GMT that may stand at their end, and the time that they speak of.
    function rangeOf(list) {
        var values = Array.prototype.slice.call(list);
        var last = values[values.length - 1];
        var isUtc = typeof last === 'string' && last.toUpperCase() === 'GMT';
        if (isUtc) {
            values.pop();
        }
        var now = new Date(machine.now() * 1000);
        var get = function (field) { return isUtc ? now['getUTC' + field]() : now['get' + field](); };
        return { values: values, get: get };
    }

    // Ranges of what comes round again may begin late and end early.
    function isBetween(first, now, last) {
        return first <= last ? first <= now && now <= last : first <= now || now <= last;
    }

    function numberOf(address) {
        var parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
        if (!parts) {
            return null;
        }
        var number = 0;
        for (var i = 1; i <= 4; ++i) {
            if (parts[i] > 255) {
                return null;
            }
            number = (number << 8) | parts[i];
        }
        return number;
    }

    global.isPlainHostName = function (host) {
        return !/[.:]/.test(host);
    };

    global.dnsDomainIs = function (host, domain) {
        host = String(host).toLowerCase();
        domain = String(domain).toLowerCase();
        return host.length >= domain.length && host.slice(host.length - domain.length) === domain;
    };

    global.localHostOrDomainIs = function (host, full) {
        host = String(host).toLowerCase();
        full = String(full).toLowerCase();
        return host === full || full.lastIndexOf(host + '.', 0) === 0;
    };

    global.dnsDomainLevels = function (host) {
        return String(host).split('.').length - 1;
    };

    global.dnsResolve = function (host) {
        return machine.resolve(String(host));
    };

    global.isResolvable = function (host) {
        return machine.resolve(String(host)) !== null;
    };

    global.myIpAddress = function () {
        return machine.ownAddress();
    };

    global.convert_addr = function (address) {
        return numberOf(address) || 0;
    };

    global.isInNet = function (host, network, mask) {
        var address = numberOf(host);
        if (address === null) {
            address = numberOf(machine.resolve(String(host)));
        }
        var wanted = numberOf(network);
        var bits = numberOf(mask);
        return address !== null && wanted !== null && bits !== null && (address & bits) === (wanted & bits);
    };

    // Without a regular expression, which some patterns would keep busy for hours.
    global.shExpMatch = function (text, pattern) {
        text = String(text);
        pattern = String(pattern);
        var at = 0, part = 0, star = -1, resume = 0;
        while (at < text.length) {
            if (part < pattern.length && pattern[part] === '*') {
                star = part++;
                resume = at;
            } else if (part < pattern.length && (pattern[part] === '?' || pattern[part] === text[at])) {
                ++part;
                ++at;
            } else if (star >= 0) {
                part = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (pattern[part] === '*') {
            ++part;
        }
        return part === pattern.length;
    };

    global.weekdayRange = function () {
        var range = rangeOf(arguments);
        var first = weekdays.indexOf(String(range.values[0]).toUpperCase());
        var last = range.values.length > 1 ? weekdays.indexOf(String(range.values[1]).toUpperCase()) : first;
        return first >= 0 && last >= 0 && isBetween(first, range.get('Day'), last);
    };

    function kindOf(value) {
        if (typeof value === 'string' && isNaN(value)) {
            return 'Month';
        }
        return value > 31 ? 'FullYear' : 'Date';
    }

    // As one number, made of those parts of a date that the range speaks of.
    function ordinal(kinds, part) {
        var sum = 0;
        ['FullYear', 'Month', 'Date'].forEach(function (kind) {
            var index = kinds.indexOf(kind);
            sum = sum * 10000 + (index < 0 ? 0 : part(kind, index));
        });
        return sum;
    }

    global.dateRange = function () {
        var range = rangeOf(arguments);
        var kinds = range.values.map(kindOf);
        var half = kinds.length / 2;
        var isPair = half === Math.floor(half) && kinds.slice(0, half).join() === kinds.slice(half).join();
        var named = isPair ? kinds.slice(0, half) : kinds;
        var from = function (offset) {
            return ordinal(named, function (kind, index) {
                var value = range.values[offset + index];
                return kind === 'Month' ? months.indexOf(value.toUpperCase()) : Number(value);
            });
        };
        var now = ordinal(named, function (kind) { return range.get(kind); });
        var first = from(0);
        var last = isPair ? from(half) : first;
        // Years do not come round again.
        return named.indexOf('FullYear') >= 0 ? first <= now && now <= last : isBetween(first, now, last);
    };

    global.timeRange = function () {
        var range = rangeOf(arguments);
        var values = range.values.map(Number);
        var hour = range.get('Hours');
        if (values.length < 4) {
            return isBetween(values[0], hour, values.length > 1 ? values[1] : values[0]);
        }
        var now = hour * 3600 + range.get('Minutes') * 60 + range.get('Seconds');
        if (values.length < 6) {
            return isBetween(values[0] * 3600 + values[1] * 60, now, values[2] * 3600 + values[3] * 60 + 59);
        }
        return isBetween(values[0] * 3600 + values[1] * 60 + values[2], now,
            values[3] * 3600 + values[4] * 60 + values[5]);
    };

    global.alert = function (text) {
        machine.alert(String(text));
    };
})
)js";

duk_ret_t resolveName(duk_context *engine)
{
    AddressText address{};
    if (resolve(duk_require_string(engine, 0), address))
        duk_push_string(engine, address.data());
    else
        duk_push_null(engine);
    return 1;
}

duk_ret_t tellOwnAddress(duk_context *engine)
{
    AddressText address{};
    ownAddress(address);
    duk_push_string(engine, address.data());
    return 1;
}

duk_ret_t tellTime(duk_context *engine)
{
    duk_push_current_function(engine);
    duk_get_prop_string(engine, -1, DUK_HIDDEN_SYMBOL("now"));
    const auto &now = *static_cast<const Now *>(duk_require_pointer(engine, -1));
    duk_push_number(engine, static_cast<duk_double_t>(now()));
    return 1;
}

duk_ret_t showAlert(duk_context *engine)
{
    std::fprintf(stderr, "%s\n", duk_require_string(engine, 0));
    return 0;
}

} // namespace

void addFunctions(duk_hthread *engine, const Now &now)
{
    duk_eval_string(engine, functions);
    duk_push_global_object(engine);
    duk_push_object(engine);
    duk_push_c_function(engine, resolveName, 1);
    duk_put_prop_string(engine, -2, "resolve");
    duk_push_c_function(engine, tellOwnAddress, 0);
    duk_put_prop_string(engine, -2, "ownAddress");
    duk_push_c_function(engine, showAlert, 1);
    duk_put_prop_string(engine, -2, "alert");
    duk_push_c_function(engine, tellTime, 0);
    duk_push_pointer(engine, const_cast<Now *>(&now));
    duk_put_prop_string(engine, -2, DUK_HIDDEN_SYMBOL("now"));
    duk_put_prop_string(engine, -2, "now");
    duk_call(engine, 2);
    duk_pop(engine);
}

} // namespace sockeye::pac
