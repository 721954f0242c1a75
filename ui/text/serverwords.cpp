// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/serverwords.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

QString product(ServerFlavour flavour)
{
    switch (flavour) {
    case ServerFlavour::Prometheus:
        return u"Prometheus"_s;
    case ServerFlavour::Thanos:
        return u"Thanos Query"_s;
    case ServerFlavour::Cortex:
        return Words::tr("Cortex or Mimir", "two programs that cannot be told apart");
    case ServerFlavour::VictoriaMetrics:
        return u"VictoriaMetrics"_s;
    case ServerFlavour::Compatible:
        break;
    }
    return Words::tr("a server with Prometheus' API");
}

} // namespace

QString serverName(const ServerProfile &profile)
{
    const QString name = profile.version.isEmpty()
        ? product(profile.flavour)
        : QString(product(profile.flavour) % u' ' % profile.version);
    return profile.throughGrafana ? Words::tr("%1 through Grafana", "%1: a program and its version").arg(name)
                                  : name;
}

} // namespace sockeye
