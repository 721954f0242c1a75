// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demometrics.h"
#include "app/demo/faults.h"
#include "app/demo/httpserver.h"

namespace sockeye::demo {

//! \brief What the metrics port answers: /metrics, /healthz, /readyz, /faults.
class DemoRoutes final {
public:
    DemoRoutes(FaultBoard &faults, DemoMetrics &metrics);

    [[nodiscard]] HttpResponse answer(const HttpRequest &request);

    //! \brief The path as a label: one of the routes, "/faults/NAME" as a pattern, or "other".
    [[nodiscard]] static QString pathLabel(const QString &path);

private:
    [[nodiscard]] HttpResponse metrics();
    [[nodiscard]] HttpResponse ready() const;
    [[nodiscard]] HttpResponse switchFault(const QString &name, const QUrlQuery &query);
    [[nodiscard]] HttpResponse listFaults() const;

    FaultBoard &m_faults;
    DemoMetrics &m_metrics;
};

} // namespace sockeye::demo
