// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alertrule.h"
#include "core/alerting/probeexpression.h"
#include "core/catalogue/metricprofile.h"
#include "core/dashboard/dashboard.h"

#include "tests/fuzz/require.h"

using namespace sockeye;

namespace {

void tryDashboard(const QByteArray &input)
{
    const auto dashboard = parseDashboard(input);
    if (!dashboard)
        return;
    const auto again = parseDashboard(serializeDashboard(*dashboard));
    fuzz::require(again.has_value());
    fuzz::require(again->title == dashboard->title && again->panels == dashboard->panels);
}

void tryRule(const QByteArray &input)
{
    const auto object = JsonReader::parse(input);
    if (!object)
        return;
    JsonReader reader(*object);
    const AlertRule rule = readAlertRule(reader);
    if (reader.hasError())
        return;
    JsonReader again(toJson(rule));
    fuzz::require(readAlertRule(again) == rule);
    fuzz::require(!again.hasError());
}

void tryExpression(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const auto expression = parseProbeExpression(text, std::chrono::minutes(5));
    fuzz::require(
        expression || (expression.error().position >= 0 && expression.error().position <= text.size()));
}

} // namespace

// What users write and share.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::bytesOf(data, size);
    tryDashboard(input);
    tryRule(input);
    tryExpression(input);
    (void)parseProfile(input);
    return 0;
}
