// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include <QRegularExpression>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using TypeOf = QHash<QByteArray, QByteArray>;
using JobsOf = QHash<QByteArray, QList<QByteArray>>;

QByteArray withPrefix(const QString &name, const QString &prefix)
{
    return QString(name).replace("{p}"_L1, prefix).toUtf8();
}

//! Prometheus keeps the metadata of an OpenMetrics counter x_total under x, of a histogram always so.
QByteArray declaredType(const TypeOf &typeOf, const QByteArray &name)
{
    if (const auto type = typeOf.constFind(name); type != typeOf.constEnd())
        return *type;
    for (const QByteArrayView suffix : {"_total", "_bucket", "_sum", "_count"}) {
        if (name.endsWith(suffix))
            return typeOf.value(name.chopped(suffix.size()));
    }
    return {};
}

//! All that the profile asks for besides the metric it is detected by.
bool isComplete(
    const MetricProfile &profile, const DetectedService &service, const TypeOf &typeOf, const JobsOf &jobsOf)
{
    const bool hasCompanions =
        std::all_of(profile.companions.begin(), profile.companions.end(), [&](const QString &companion) {
            return jobsOf.value(withPrefix(companion, service.prefix)).contains(service.job);
        });
    return hasCompanions
        && std::all_of(profile.types.begin(), profile.types.end(), [&](const auto &required) {
               const QByteArray name = withPrefix(required.first, service.prefix);
               return declaredType(typeOf, name) == required.second.toUtf8();
           });
}

//! The services that one profile finds, whatever others find.
std::vector<DetectedService> detect(const MetricProfile &profile, const TypeOf &typeOf, const JobsOf &jobsOf)
{
    std::vector<DetectedService> found;
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(profile.detect));
    const bool hasPrefix = pattern.namedCaptureGroups().contains(u"p"_s);
    for (auto entry = jobsOf.begin(); entry != jobsOf.end(); ++entry) {
        const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(entry.key()));
        if (!match.hasMatch())
            continue;
        for (const QByteArray &job : entry.value()) {
            const DetectedService service{profile.id, hasPrefix ? match.captured(u"p"_s) : QString(), job};
            if (isComplete(profile, service, typeOf, jobsOf))
                found.push_back(service);
        }
    }
    std::sort(found.begin(), found.end(),
        [](const DetectedService &a, const DetectedService &b) { return a.prefix < b.prefix; });
    return found;
}

//! A captured prefix may be anything, and RE2 refuses two groups of one name.
QString withoutPrefixGroup(QString expression)
{
    static const QRegularExpression group(u"\\(\\?P?<p>"_s);
    return expression.replace(group, u"(?:"_s).replace("{p}"_L1, ".+"_L1);
}

} // namespace

std::vector<DetectedService> detectServices(
    const std::vector<MetricProfile> &profiles, const TypeOf &typeOf, const JobsOf &jobsOf)
{
    std::vector<const MetricProfile *> byPriority;
    for (const MetricProfile &profile : profiles)
        byPriority.push_back(&profile);
    std::sort(byPriority.begin(), byPriority.end(), [](const MetricProfile *a, const MetricProfile *b) {
        return a->priority != b->priority ? a->priority > b->priority : a->id < b->id;
    });

    std::map<QByteArray, DetectedService> ofJob;
    for (const MetricProfile *profile : byPriority) {
        for (const DetectedService &service : detect(*profile, typeOf, jobsOf))
            ofJob.emplace(service.job, service); // keeps the one that is there
    }
    std::vector<DetectedService> result;
    for (const auto &[job, service] : ofJob)
        result.push_back(service);
    return result;
}

QByteArray detectionRegex(const std::vector<MetricProfile> &profiles)
{
    QStringList alternatives;
    for (const MetricProfile &profile : profiles) {
        alternatives.append(withoutPrefixGroup(profile.detect));
        for (const QString &companion : profile.companions)
            alternatives.append(withoutPrefixGroup(companion));
        for (const auto &[name, type] : profile.types)
            alternatives.append(withoutPrefixGroup(name));
    }
    alternatives.sort();
    alternatives.removeDuplicates();
    return alternatives.join(u'|').toUtf8();
}

} // namespace sockeye
