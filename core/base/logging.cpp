// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

namespace sockeye {

Q_LOGGING_CATEGORY(lcHttp, "sockeye.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcPrometheus, "sockeye.prometheus", QtWarningMsg)
Q_LOGGING_CATEGORY(lcProbe, "sockeye.probe", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAlerting, "sockeye.alerting", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStorage, "sockeye.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSettings, "sockeye.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(lcEngine, "sockeye.engine", QtWarningMsg)
Q_LOGGING_CATEGORY(lcDesktop, "sockeye.desktop", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "sockeye.ui", QtWarningMsg)

} // namespace sockeye
